using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.Contacts;

/// <summary>What a resident is to hear of one case, of an application that became none, or of a mandate. Holds no address: it is looked up when the letter is written.</summary>
internal sealed class ResidentNotice : QueuedNotice
{
    // Longer than a long weekend without a mail server.
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5);

    // The page that the letter leads to is there for a day.
    private static readonly TimeSpan UnfiledGiveUpAfter = TimeSpan.FromDays(1);

    public required string ResidentId { get; init; }

    /// <summary>Empty where nothing was filed.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Reference of the signing that ended without a case; null where there is a case.</summary>
    public string? Unfiled { get; init; }

    /// <summary>What the case came to; null where it is about a document.</summary>
    public ApplicationStatus? CaseStatus { get; init; }

    /// <summary>The last day to hand in what was left for later; null where it is about the status.</summary>
    public DateOnly? DocumentsDue { get; init; }

    /// <summary>What became of a mandate that they gave or took; null where it is about none.</summary>
    public MandateNews? Mandate { get; init; }

    public required DateTimeOffset At { get; init; }

    public static ResidentNotice OfStatus(string residentId, string caseNumber, ApplicationStatus status, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"), ResidentId = residentId, CaseNumber = caseNumber, CaseStatus = status, At = at, DueAt = at, GiveUpAt = at + GiveUpAfter,
    };

    public static ResidentNotice OfUnfiled(string residentId, string signing, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"), ResidentId = residentId, CaseNumber = "", Unfiled = signing, At = at, DueAt = at, GiveUpAt = at + UnfiledGiveUpAfter,
    };

    public static ResidentNotice OfMandate(string residentId, MandateNews news, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"), ResidentId = residentId, CaseNumber = "", Mandate = news, At = at, DueAt = at, GiveUpAt = at + GiveUpAfter,
    };

    public static ResidentNotice OfDocuments(string residentId, string caseNumber, DateOnly due, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at).ToString("N"), ResidentId = residentId, CaseNumber = caseNumber, DocumentsDue = due, At = at, DueAt = at, GiveUpAt = at + GiveUpAfter,
    };
}
