using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

internal sealed class TrustOptionsValidator(TrustListReader reader, IHostEnvironment environment) : IValidateOptions<TrustOptions>
{
    public ValidateOptionsResult Validate(string? name, TrustOptions options)
    {
        var faults = new SettingFaults();
        if (options.Anchors.Count == 0)
            faults.Invalid("Trust:Anchors", "is empty: nobody would be believed");

        var read = reader.Read(options);
        if (!read.TryGetValue(out var list))
            faults.Add(read.Errors);
        else if (!environment.IsDevelopment())
            foreach (var anchor in list.Anchors.Where(anchor => anchor.Certificate.IsDevelopment))
                faults.Development($"Trust:Anchors:{anchor.Name}", "is a development certificate");

        if (options.RevocationLists.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() != options.RevocationLists.Count)
            faults.Invalid("Trust:RevocationLists", "names one list twice");
        foreach (var entry in options.RevocationLists)
            if (!Uri.TryCreate(entry.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                faults.Invalid($"Trust:RevocationLists:{entry.Name}:Address", "must be an absolute http or https address");

        if (options.RevocationGrace < TimeSpan.Zero || options.RevocationGrace > TimeSpan.FromDays(2))
            faults.Invalid("Trust:RevocationGrace", "must lie between zero and two days");
        if (options.RefreshEvery < TimeSpan.FromSeconds(10) || options.RefreshEvery > TimeSpan.FromHours(24))
            faults.Invalid("Trust:RefreshEvery", "must lie between ten seconds and 24 hours");
        if (options.OnDemandWait < TimeSpan.Zero || options.OnDemandWait > TimeSpan.FromSeconds(10))
            faults.Invalid("Trust:OnDemandWait", "must lie between zero and ten seconds: somebody waits meanwhile");
        if (options.OnDemandPause < TimeSpan.FromSeconds(5) || options.OnDemandPause > TimeSpan.FromHours(1))
            faults.Invalid("Trust:OnDemandPause", "must lie between five seconds and an hour");
        foreach (var purpose in options.RevocationRequirements.Keys.Where(purpose => !TrustPurposes.All.Any(known => known.ToString() == purpose)))
            faults.Invalid($"Trust:RevocationRequirements:{purpose}", $"names no purpose; known are {string.Join(", ", TrustPurposes.All)}");
        return faults.ToResult();
    }
}
