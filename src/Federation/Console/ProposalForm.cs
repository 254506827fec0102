using System.Globalization;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What the form about a new change holds, as it was typed. Fields that were left empty are bound as null, and are empty here.</summary>
internal sealed class ProposalForm
{
    /// <summary>The kind of an emergency, which is no kind of change but a way to make one.</summary>
    public const string Emergency = "Emergency";

    public string Kind { get; set => field = value ?? ""; } = nameof(TrustChangeKind.Admit);

    public string Certificate { get; set => field = value ?? ""; } = "";

    public string Name { get; set => field = value ?? ""; } = "";

    public string Jurisdiction { get; set => field = value ?? ""; } = "";

    public List<string> Purposes { get; set => field = value ?? []; } = [];

    public string Reason { get; set => field = value ?? ""; } = "";

    public string Window { get; set => field = value ?? ""; } = "";

    public bool IsEmergency => Kind == Emergency;

    /// <summary>Null for what no list offers.</summary>
    public TrustChangeKind? ChangeKind => IsEmergency ? TrustChangeKind.Revoke
        : Enum.TryParse<TrustChangeKind>(Kind, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(Kind[0]) ? kind : null;

    public HashSet<TrustPurpose> ReadPurposes() =>
        [.. Purposes.Where(TrustPurposes.All.Select(purpose => purpose.ToString()).Contains).Select(Enum.Parse<TrustPurpose>)];

    /// <summary>Zero, which every rule refuses, for what is no number of minutes.</summary>
    public TimeSpan? ReadWindow() => string.IsNullOrWhiteSpace(Window) ? null
        : int.TryParse(Window, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 1_000_000 ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;
}
