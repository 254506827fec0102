using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>A visit that fails ends at the visit's own place, with its reason.</summary>
internal sealed class IamSmartEvents : RemoteAuthenticationEvents
{
    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var error = context.Failure is HomeRefusedException refused
            ? refused.Error
            : ErrorCatalogue.HomeFailed.With($"{context.Scheme.Name}: {context.Failure?.GetType().Name}");
        var failures = context.HttpContext.RequestServices.GetRequiredService<IHomeFailures>();
        context.Response.Redirect(await failures.FailedAsync(context.HttpContext, HomeHandover.JourneyOf(context.Properties), error));
        context.HandleResponse();
    }
}
