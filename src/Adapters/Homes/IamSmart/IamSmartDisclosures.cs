using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Questions to the resident, which the app shows; answers come by callback.</summary>
internal sealed class IamSmartDisclosures(IamSmartApi api, CallbackReader callbacks, IOptions<IamSmartOptions> options) : IHomeDisclosures
{
    private IamSmartFieldSettings Fields => options.Value.Profile.Fields;

    public Task<Outcome<string>> AskAsync(DisclosureKind kind, HomeGrant grant, string reference, CancellationToken cancellationToken)
    {
        var question = new JsonObject
        {
            ["accessToken"] = grant.AccessToken,
            ["openID"] = grant.Subject,
            ["businessID"] = reference,
            ["source"] = options.Value.Profile.BrowserSource,
        };
        if (kind == DisclosureKind.Profile)
            question["profileFields"] = Names(Fields.IdentityCard, Fields.EnglishName, Fields.ChineseName, Fields.Birthdate, Fields.Gender);
        if (kind == DisclosureKind.FormData)
            question["eMEFields"] = Names(Fields.HomeReturnPermit, Fields.PhoneNumber, Fields.Email);

        return api.CallAsync(PathOf(kind), question, answer => answer.TextOf("ticketID") is { Length: <= 200 } ticket
            ? Outcome<string>.Of(ticket)
            : ErrorCatalogue.PartnerAnswerMalformed.With($"{PathOf(kind)} gave no ticket."), cancellationToken);
    }

    public Task<Outcome<Disclosure>> ReceiveAsync(DisclosureKind kind, HttpRequest request) => callbacks.ReadAsync(kind, request);

    private static string PathOf(DisclosureKind kind) => kind switch
    {
        DisclosureKind.Profile => "account/auth/profile/initiateRequest",
        DisclosureKind.FormData => "account/eme/initiateRequest",
        DisclosureKind.StepUp => "account/stepup/initiateRequest",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such question."),
    };

    private static JsonArray Names(params string[] names) => new([.. names.Where(name => name.Length > 0).Select(name => JsonValue.Create(name))]);
}
