using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

/// <summary>All that is wrong with one section, told at once; each line begins with its code.</summary>
internal sealed class SettingFaults
{
    private readonly List<Error> errors = [];

    public IReadOnlyList<Error> Errors => errors;

    public void Invalid(string setting, string fault) =>
        errors.Add(ErrorCatalogue.SettingInvalid.With($"{setting} {fault}"));

    public void Development(string setting, string fault) =>
        errors.Add(ErrorCatalogue.DevelopmentMaterialOutsideDevelopment.With($"{setting} {fault}"));

    public void Add(IEnumerable<Error> others) => errors.AddRange(others);

    public ValidateOptionsResult ToResult() => errors.Count == 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(errors.Select(error => error.ToString()));
}
