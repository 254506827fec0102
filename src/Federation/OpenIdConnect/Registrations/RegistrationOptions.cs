using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.OpenIdConnect.Clients;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdConnect.Registrations;

/// <summary>Section <c>Registration</c>: who may register relying parties while the hub runs.</summary>
internal sealed class RegistrationOptions
{
    /// <summary>Those whose software statements are believed.</summary>
    public List<SoftwarePublisherOptions> Publishers { get; set; } = [];

    /// <summary>How many wait for officers at a time.</summary>
    public int MostWaiting { get; set; } = 200;

    /// <summary>How many of these came with one ticket or from one publisher.</summary>
    public int MostWaitingOfOne { get; set; } = 20;

    /// <summary>How many may be registered within 24 hours with one ticket or by one publisher, those that were deleted since among them.</summary>
    public int MostOfOneADay { get; set; } = 50;
}

internal sealed class SoftwarePublisherOptions
{
    /// <summary>The <c>iss</c> of its statements.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>JSON Web Key Set that its statements are verified with; nothing is fetched.</summary>
    public string JwksFile { get; set; } = "";
}

internal sealed class RegistrationOptionsValidator(SettingsPaths paths) : IValidateOptions<RegistrationOptions>
{
    public ValidateOptionsResult Validate(string? name, RegistrationOptions options)
    {
        var faults = new SettingFaults();
        if (options.MostWaiting < 1 || options.MostWaitingOfOne < 1 || options.MostOfOneADay < 1)
            faults.Invalid("Registration:MostWaiting", "MostWaitingOfOne and MostOfOneADay must be at least 1");
        foreach (var publisher in options.Publishers)
        {
            var setting = $"Registration:Publishers:{publisher.Issuer}";
            if (publisher.Issuer.Length is 0 or > 200 || options.Publishers.Count(other => other.Issuer == publisher.Issuer) > 1)
                faults.Invalid(setting, "needs an Issuer of its own of 1 to 200 characters");
            if (ClientKeySet.Read(setting, paths.Resolve(publisher.JwksFile)) is { Succeeded: false } unread)
                faults.Add(unread.Errors);
        }

        return faults.ToResult();
    }
}
