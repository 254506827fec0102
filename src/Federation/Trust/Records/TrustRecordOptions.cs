using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Records;

/// <summary>Section <c>TrustRecords</c>: how long it is known what trust was used for.</summary>
internal sealed class TrustRecordOptions
{
    /// <summary>For how long each acceptance, and the counts of refusals, are kept.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long after its last use a presented certificate is known.</summary>
    public TimeSpan KeepCertificates { get; set; } = TimeSpan.FromDays(400);

    /// <summary>How many days a rehearsal looks back where the officer does not say.</summary>
    public int RehearseDays { get; set; } = 7;

    /// <summary>How many different refusals of an hour are told apart by their certificate.</summary>
    public int RefusalsTold { get; set; } = 200;
}

internal sealed class TrustRecordOptionsValidator : IValidateOptions<TrustRecordOptions>
{
    public ValidateOptionsResult Validate(string? name, TrustRecordOptions options)
    {
        var faults = new SettingFaults();
        if (options.Keep < TimeSpan.FromDays(1) || options.Keep > TimeSpan.FromDays(400))
            faults.Invalid("TrustRecords:Keep", "must lie between one day and 400 days");
        if (options.KeepCertificates < options.Keep)
            faults.Invalid("TrustRecords:KeepCertificates", "must not be shorter than TrustRecords:Keep");
        if (options.RehearseDays < 1 || options.RehearseDays > options.Keep.TotalDays)
            faults.Invalid("TrustRecords:RehearseDays", "must be at least 1 and not reach back beyond TrustRecords:Keep");
        if (options.RefusalsTold is < 10 or > 10_000)
            faults.Invalid("TrustRecords:RefusalsTold", "must lie between 10 and 10000");
        return faults.ToResult();
    }
}
