using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Hosting.Operations;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Verifications;

/// <summary>Section <c>Verifications</c>.</summary>
internal sealed class VerificationsOptions
{
    /// <summary>How long an attestation says that it is of now.</summary>
    public TimeSpan AttestationLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Questions of one client, for each node.</summary>
    public RateLimit Client { get; set; } = new() { PerSecond = 50, Burst = 1_000 };

    /// <summary>How often one client may hear a no about one document in <see cref="GuessWindow"/>, for each node.</summary>
    public int GuessesPerDocument { get; set; } = 60;

    public TimeSpan GuessWindow { get; set; } = TimeSpan.FromHours(1);
}

internal sealed class VerificationsOptionsValidator : IValidateOptions<VerificationsOptions>
{
    public ValidateOptionsResult Validate(string? name, VerificationsOptions options)
    {
        var faults = new SettingFaults();
        if (options.AttestationLifetime <= TimeSpan.Zero || options.AttestationLifetime > TimeSpan.FromHours(1))
            faults.Invalid("Verifications:AttestationLifetime", "must be more than zero and at most an hour");
        if (options.Client.PerSecond < 1 || options.Client.Burst < options.Client.PerSecond)
            faults.Invalid("Verifications:Client", "needs a PerSecond of at least 1 and a Burst of at least that");
        if (options.GuessesPerDocument < 1)
            faults.Invalid("Verifications:GuessesPerDocument", "must be at least 1");
        if (options.GuessWindow < TimeSpan.FromMinutes(1) || options.GuessWindow > TimeSpan.FromDays(7))
            faults.Invalid("Verifications:GuessWindow", "must be a minute to a week");
        return faults.ToResult();
    }
}
