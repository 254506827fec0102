using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using CrossBorder.Adapters.Shared;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.AccountDirectory;

/// <summary>The account directory over HTTP, in signed questions and answers.</summary>
internal sealed class HttpAccountDirectory(SignedExchange exchange, IOptions<AccountDirectoryOptions> options) : IAccountDirectory
{
    public const string HttpClient = "account-directory";

    public async Task<Outcome<IReadOnlyList<DirectoryAccount>>> FindAsync(DirectoryQuery query, CancellationToken cancellationToken)
    {
        var answer = await exchange.AskAsync(Partner(), "directory/search", new JsonObject
        {
            ["operation"] = "search",
            ["documentType"] = query.DocumentType,
            ["documentNumber"] = query.DocumentNumber,
        }, cancellationToken);

        return answer.Then(payload => Shaped<IReadOnlyList<DirectoryAccount>>(() =>
            [.. payload.GetProperty("accounts").EnumerateArray().Select(ReadAccount)]));
    }

    public async Task<Outcome<IReadOnlyList<DocumentHolder>>> FindHoldersAsync(DirectoryQuery query, CancellationToken cancellationToken)
    {
        var answer = await exchange.AskAsync(Partner(), "directory/holders", new JsonObject
        {
            ["operation"] = "holders",
            ["documentType"] = query.DocumentType,
            ["documentNumber"] = query.DocumentNumber,
        }, cancellationToken);

        return answer.Then(payload => Shaped<IReadOnlyList<DocumentHolder>>(() =>
            [.. payload.GetProperty("holders").EnumerateArray().Select(holder => ReadHolder(holder, query))]));
    }

    public async Task<Outcome<DirectoryAccount>> RegisterAsync(DirectoryRegistration registration, CancellationToken cancellationToken)
    {
        var answer = await exchange.AskAsync(Partner(), "directory/register", new JsonObject
        {
            ["operation"] = "register",
            ["requestId"] = registration.RequestId,
            ["documentType"] = registration.DocumentType,
            ["documentNumber"] = registration.DocumentNumber,
            ["latinName"] = registration.LatinName,
            ["hanName"] = registration.HanName,
            ["birthdate"] = registration.Birthdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["gender"] = registration.Gender,
        }, cancellationToken);

        return answer.Then(payload => Shaped(() => ReadAccount(payload.GetProperty("account"))))
            .Then(account => account.DocumentNumber == registration.DocumentNumber
                ? (Outcome<DirectoryAccount>)account
                : ErrorCatalogue.PartnerAnswerMalformed.With("The account registered is under another document."));
    }

    private SignedPartner Partner()
    {
        var settings = options.Value;
        return new SignedPartner(
            HttpClient,
            new Uri(settings.BaseAddress),
            settings.SigningKey,
            settings.Audience ?? settings.BaseAddress,
            settings.Identity,
            new Jurisdiction(settings.Jurisdiction),
            settings.EffectiveAlgorithms);
    }

    private static DirectoryAccount ReadAccount(JsonElement account) => new(
        Text(account, "accountId"),
        Text(account, "documentType"),
        Text(account, "documentNumber"),
        Text(account, "latinName"),
        Han(account),
        Birthdate(account));

    // The holder of another document would be somebody else's answer to our question.
    private static DocumentHolder ReadHolder(JsonElement holder, DirectoryQuery query) =>
        Text(holder, "documentType") == query.DocumentType && Text(holder, "documentNumber") == query.DocumentNumber
            ? new DocumentHolder(Text(holder, "latinName"), Han(holder), Birthdate(holder))
            : throw new FormatException("documentNumber");

    private static string? Han(JsonElement person) => person.TryGetProperty("hanName", out var han) ? han.GetString() : null;

    private static DateOnly Birthdate(JsonElement person) =>
        DateOnly.ParseExact(Text(person, "birthdate"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonElement account, string name) => account.GetProperty(name).GetString() is { Length: > 0 } text
        ? text
        : throw new FormatException(name);

    private static Outcome<T> Shaped<T>(Func<T> read)
    {
        try
        {
            return Outcome<T>.Of(read());
        }
        catch (Exception fault) when (JsonFaults.IsOne(fault))
        {
            return ErrorCatalogue.PartnerAnswerMalformed.With(fault.GetType().Name);
        }
    }
}
