using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

internal sealed class TrustOptionsValidator(TrustListReader reader, IHostEnvironment environment) : IValidateOptions<TrustOptions>
{
    private const int LongestName = 100;
    private static readonly string[] LettingIn = [nameof(TrustPurpose.AssertionSigning), nameof(TrustPurpose.ClientAuthentication)];

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

        Sources(options, faults);
        Purposes(options, faults);
        if (options.RefreshEvery < TimeSpan.FromSeconds(10) || options.RefreshEvery > TimeSpan.FromHours(24))
            faults.Invalid("Trust:RefreshEvery", "must lie between ten seconds and 24 hours");
        if (options.OnDemandWait < TimeSpan.Zero || options.OnDemandWait > TimeSpan.FromSeconds(10))
            faults.Invalid("Trust:OnDemandWait", "must lie between zero and ten seconds: somebody waits meanwhile");
        if (options.OnDemandPause < TimeSpan.FromSeconds(5) || options.OnDemandPause > TimeSpan.FromHours(1))
            faults.Invalid("Trust:OnDemandPause", "must lie between five seconds and an hour");
        return faults.ToResult();
    }

    private static void Sources(TrustOptions options, SettingFaults faults)
    {
        var names = options.RevocationLists.Select(entry => entry.Name).Concat(options.Responders.Select(entry => entry.Name)).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            faults.Invalid("Trust:RevocationLists", "and Trust:Responders give one name twice");
        foreach (var entry in options.RevocationLists.Where(entry => !IsAddress(entry.Address)))
            faults.Invalid($"Trust:RevocationLists:{entry.Name}:Address", "must be an absolute http or https address");
        foreach (var entry in options.Responders.Where(entry => !IsAddress(entry.Address)))
            faults.Invalid($"Trust:Responders:{entry.Name}:Address", "must be an absolute http or https address");
        foreach (var entry in options.Responders.Where(entry => entry.Name.Length is < 1 or > LongestName))
            faults.Invalid("Trust:Responders", $"must each have a name of at most {LongestName} characters");
        foreach (var entry in options.Responders.Where(entry =>
            !ConsoleFingerprint.TryRead(entry.Issuer, out _) && !options.Anchors.Exists(anchor => anchor.Name == entry.Issuer)))
            faults.Invalid($"Trust:Responders:{entry.Name}:Issuer", "must be the name of an anchor of Trust:Anchors, or a SHA-256 fingerprint in hex");
    }

    private void Purposes(TrustOptions options, SettingFaults faults)
    {
        foreach (var purpose in options.RevocationRequirements.Keys.Where(purpose => !IsPurpose(purpose)))
            faults.Invalid($"Trust:RevocationRequirements:{purpose}", $"names no purpose; known are {string.Join(", ", TrustPurposes.All)}");
        foreach (var purpose in options.RevocationGraces.Keys.Where(purpose => !IsPurpose(purpose)))
            faults.Invalid($"Trust:RevocationGraces:{purpose}", $"names no purpose; known are {string.Join(", ", TrustPurposes.All)}");
        if (!IsGrace(options.RevocationGrace))
            faults.Invalid("Trust:RevocationGrace", "must lie between zero and two days");
        foreach (var (purpose, _) in options.RevocationGraces.Where(entry => !IsGrace(entry.Value)))
            faults.Invalid($"Trust:RevocationGraces:{purpose}", "must lie between zero and two days");
        if (environment.IsDevelopment())
            return;
        foreach (var purpose in LettingIn.Where(purpose => options.RevocationRequirements.GetValueOrDefault(purpose) == RevocationRequirement.NotRequired))
            faults.Invalid($"Trust:RevocationRequirements:{purpose}", "may not be NotRequired: by these certificates somebody is let in");
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    private static bool IsPurpose(string text) => TrustPurposes.All.Any(known => known.ToString() == text);

    private static bool IsGrace(TimeSpan grace) => grace >= TimeSpan.Zero && grace <= TimeSpan.FromDays(2);
}
