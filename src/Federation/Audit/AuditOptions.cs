using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Audit;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Audit;

/// <summary>Section <c>Audit</c>: the pace at which entries are linked and signed.</summary>
internal sealed class AuditOptions
{
    /// <summary>How often committed entries are linked. An entry removed before that leaves no trace.</summary>
    public TimeSpan LinkEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A checkpoint is signed after so many entries,</summary>
    public int CheckpointEntries { get; set; } = 1000;

    /// <summary>and after this time, where there is any entry that none covers.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>sm3 or sha256. Read when the first entry is linked; a log keeps its hash.</summary>
    public string Hash { get; set; } = LogHash.Sm3.Name;
}

internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var faults = new SettingFaults();
        if (options.LinkEvery <= TimeSpan.Zero || options.LinkEvery > TimeSpan.FromMinutes(1))
            faults.Invalid("Audit:LinkEvery", "must be more than zero and at most a minute");
        if (options.CheckpointEntries < 1)
            faults.Invalid("Audit:CheckpointEntries", "must be at least 1");
        if (options.CheckpointEvery <= TimeSpan.Zero || options.CheckpointEvery > TimeSpan.FromDays(1))
            faults.Invalid("Audit:CheckpointEvery", "must be more than zero and at most a day");
        if (!LogHash.TryGet(options.Hash, out _))
            faults.Invalid("Audit:Hash", $"must be {LogHash.Sm3} or {LogHash.Sha256}");
        return faults.ToResult();
    }
}
