using CrossBorder.Federation.Hosting;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.SignedResponses;

/// <summary>Signs the response of the authorize end point where the client asked for it or registered so; how it travels is left to those that follow.</summary>
internal sealed class SignAuthorizationResponse(ISignedAnswers answers) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.RedirectUri is not { Length: > 0 } address || context.Request?.ClientId is not { Length: > 0 } client)
            return default;

        var plain = new AuthorizationAnswer(address, context.ResponseMode, [.. context.Response.GetParameters()
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))]);
        var signed = answers.Protect(client, plain);
        if (ReferenceEquals(signed, plain))
            return default;

        context.Response = new OpenIddictResponse(signed.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value)));
        context.ResponseMode = signed.Mode;
        return default;
    }
}
