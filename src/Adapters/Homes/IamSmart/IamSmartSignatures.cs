using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Digital signing of iAM Smart+: the app shows the title, and signs the digest once the resident agrees.</summary>
internal sealed class IamSmartSignatures(IamSmartApi api, IOptions<IamSmartOptions> options) : IHomeSignatures
{
    public Task<Outcome<string>> AskAsync(SigningTask task, HomeGrant grant, string reference, CancellationToken cancellationToken)
    {
        var profile = options.Value.Profile;
        var signing = profile.Signing;
        return api.CallAsync(signing.Path, new JsonObject
        {
            ["accessToken"] = grant.AccessToken,
            ["openID"] = grant.Subject,
            ["businessID"] = reference,
            ["source"] = profile.BrowserSource,
            [signing.Digest] = Convert.ToBase64String(task.Digest),
            [signing.Algorithm] = signing.AlgorithmName,
            [signing.Title] = task.Title,
        }, answer => answer.TextOf("ticketID") is { Length: <= 200 } ticket
            ? Outcome<string>.Of(ticket)
            : ErrorCatalogue.PartnerAnswerMalformed.With($"{signing.Path} gave no ticket."), cancellationToken);
    }
}
