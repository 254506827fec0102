using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Officers.OpenId;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers;

internal sealed class OfficersOptionsValidator(IHostEnvironment environment) : IValidateOptions<OfficersOptions>
{
    public ValidateOptionsResult Validate(string? name, OfficersOptions options)
    {
        var faults = new SettingFaults();
        if (options.Development.Count > 0 && !environment.IsDevelopment())
            faults.Development("Officers:Development", "is for Development only: elsewhere officers are invited");
        foreach (var officer in options.Development)
        {
            if (officer.Name.Length == 0 || officer.Password.Length == 0 || !Enum.IsDefined(officer.Role))
                faults.Invalid("Officers:Development", "needs Name, Role and Password for each officer");
            if (!Totp.IsSecret(officer.TotpSecret))
                faults.Invalid("Officers:Development:TotpSecret", "must be Base32 of at least 16 bytes");
        }

        OpenIdOfficersRules.Check(options, faults);
        return faults.ToResult();
    }
}
