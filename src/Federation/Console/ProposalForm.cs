using System.Globalization;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the form about a new change holds, as it was typed. Fields that were left empty are bound as null, and are empty here.</summary>
internal sealed class ProposalForm
{
    /// <summary>The kind of an emergency, which is no kind of change but a way to make one.</summary>
    public const string Emergency = "Emergency";

    /// <summary>Hong Kong and the mainland keep one time, all year.</summary>
    public const string EastEight = "+08:00";
    public const string Utc = "+00:00";

    public string Kind { get; set => field = value ?? ""; } = nameof(TrustChangeKind.Admit);

    /// <summary>PEM of one or more, or a fingerprint.</summary>
    public string Certificate { get; set => field = value ?? ""; } = "";

    /// <summary>Fingerprint in hex of the one that is meant, where several were given or found.</summary>
    public string Chosen { get; set => field = value ?? ""; } = "";

    /// <summary>Words to look for in the inventory.</summary>
    public string Search { get; set => field = value ?? ""; } = "";

    public string Party { get; set => field = value ?? ""; } = "";

    public string Name { get; set => field = value ?? ""; } = "";

    public string Jurisdiction { get; set => field = value ?? ""; } = "";

    public List<string> Purposes { get; set => field = value ?? []; } = [];

    public string Reason { get; set => field = value ?? ""; } = "";

    public string Start { get; set => field = value ?? ""; } = "";

    public string Zone { get; set => field = value ?? ""; } = EastEight;

    public string Window { get; set => field = value ?? ""; } = "";

    public bool IsEmergency => Kind == Emergency;

    /// <summary>Null for what no list offers.</summary>
    public TrustChangeKind? ChangeKind => IsEmergency ? TrustChangeKind.Revoke
        : Enum.TryParse<TrustChangeKind>(Kind, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(Kind[0]) ? kind : null;

    public HashSet<TrustPurpose> ReadPurposes() =>
        [.. Purposes.Where(TrustPurposes.All.Select(purpose => purpose.ToString()).Contains).Select(Enum.Parse<TrustPurpose>)];

    /// <summary>Null for at once; the beginning of time, which every rule refuses, for what is no moment.</summary>
    public DateTimeOffset? ReadStart() => string.IsNullOrWhiteSpace(Start) ? null
        : DateTimeOffset.TryParseExact($"{Start.Trim()}{(Zone == Utc ? Utc : EastEight)}", ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.ToUniversalTime() : DateTimeOffset.MinValue;

    /// <summary>Zero, which every rule refuses, for what is no number of minutes.</summary>
    public TimeSpan? ReadWindow() => string.IsNullOrWhiteSpace(Window) ? null
        : int.TryParse(Window, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 1_000_000 ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;
}
