using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Primitives;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CrossBorder.Federation.OpenIdConnect.Profiles;

/// <summary>
/// A parameter comes once (RFC 6749 sections 3.1 and 3.2): of two, one reader would take the first and another the last.
/// Those that list places or parties may come several times (RFC 8707, RFC 8693).
/// </summary>
internal sealed class RefuseRepeatedParameters :
    IOpenIddictServerHandler<ExtractAuthorizationRequestContext>,
    IOpenIddictServerHandler<ExtractPushedAuthorizationRequestContext>,
    IOpenIddictServerHandler<ExtractTokenRequestContext>
{
    private static readonly string[] Lists = [Parameters.Resource, Parameters.Audience];

    public ValueTask HandleAsync(ExtractAuthorizationRequestContext context) => CheckAsync(context);

    public ValueTask HandleAsync(ExtractPushedAuthorizationRequestContext context) => CheckAsync(context);

    public ValueTask HandleAsync(ExtractTokenRequestContext context) => CheckAsync(context);

    private static async ValueTask CheckAsync(BaseValidatingContext context)
    {
        if (context.Transaction.GetHttpRequest() is not { } request)
            return;

        IEnumerable<KeyValuePair<string, StringValues>> parameters = request.HasFormContentType
            ? await request.ReadFormAsync(context.CancellationToken)
            : request.Query;
        foreach (var (name, values) in parameters)
            if (values.Count > 1 && !Lists.Contains(name, StringComparer.Ordinal))
            {
                context.Reject(Errors.InvalidRequest, ProtocolRefusal.Describe(ErrorCatalogue.ParameterRepeated.With("A parameter stands there more than once.")));
                return;
            }
    }
}
