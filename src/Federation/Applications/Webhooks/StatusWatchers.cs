using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>Who is to hear of a change; asked in the transaction that changes.</summary>
internal sealed class StatusWatchers(IOptions<WebhookClientsOptions> clients, IOptions<StatusWebhooksOptions> options)
{
    /// <summary>Null where the client has no address to be told at.</summary>
    public WebhookClient? Find(string? clientId) => clientId is null
        ? null
        : clients.Value.RelyingParties.Find(client => client.ClientId == clientId && client.StatusWebhook is not null);

    /// <summary>Null where nobody is.</summary>
    public StatusNotice? NoticeOf(string? clientId, string caseNumber, ApplicationStatus status, DateTimeOffset at) => Find(clientId) is null
        ? null
        : new StatusNotice
        {
            Id = Guid.CreateVersion7(at).ToString("N"),
            ClientId = clientId!,
            CaseNumber = caseNumber,
            CaseStatus = status,
            At = at,
            DueAt = at,
            GiveUpAt = at + options.Value.GiveUpAfter,
        };
}
