using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Homes;

internal sealed class HomesOptionsValidator : IValidateOptions<HomesOptions>
{
    public ValidateOptionsResult Validate(string? name, HomesOptions options)
    {
        var faults = new List<string>();
        if (options.Homes.Count == 0)
            faults.Add("Homes is empty: nobody could sign in.");

        foreach (var group in options.Homes.GroupBy(home => home.Scheme, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            faults.Add($"Homes:{group.Key} stands there twice.");

        foreach (var home in options.Homes)
            faults.AddRange(home.Faults().Select(fault => $"Homes:{home.Scheme}: {fault}"));

        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => ErrorCatalogue.SettingInvalid.With(fault).ToString()));
    }
}
