using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>
/// Whatever a page would do with a form: from an auditor it does nothing. It stands before every page of the console, so that a page
/// which lets auditors read cannot forget it.
/// </summary>
internal sealed class AuditorChangesNothing : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || OfficerScheme.Presence(context.HttpContext.User)?.Role != OfficerRole.Auditor
            || context.HandlerInstance.GetType().IsDefined(typeof(OwnAccountAttribute), inherit: false))
            return next();

        context.Result = new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);
        return Task.CompletedTask;
    }
}

/// <summary>A page on which officers of every role see to their own way in and out, and to nothing else.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OwnAccountAttribute : Attribute;
