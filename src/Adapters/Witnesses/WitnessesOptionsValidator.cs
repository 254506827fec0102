using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Witnesses;

internal sealed class WitnessesOptionsValidator : IValidateOptions<WitnessesOptions>
{
    public ValidateOptionsResult Validate(string? name, WitnessesOptions options)
    {
        var faults = options.Witnesses.SelectMany((witness, index) => FaultsOf(witness).Select(fault => $"Audit:Witnesses:{index} {fault}"))
            .Concat(options.Witnesses.GroupBy(witness => witness.Name).Where(group => group.Count() > 1).Select(twice => $"Audit:Witnesses names '{twice.Key}' twice"))
            .Select(fault => ErrorCatalogue.SettingInvalid.With(fault).ToString()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(WitnessOptions witness)
    {
        if (witness.Name.Length is 0 or > 64)
            yield return "needs a Name of 1 to 64 characters";
        if ((witness.Folder.Length == 0) == (witness.Address.Length == 0))
            yield return "needs a Folder or an Address, and not both";
        // A folder that were made here could lie on the wrong disk: the medium is not mounted, and nobody would notice.
        else if (witness.Folder.Length > 0 && !Directory.Exists(witness.Folder))
            yield return $"names a Folder that is not there: {witness.Folder}";
        else if (witness.Address.Length > 0 && !(Uri.TryCreate(witness.Address, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))))
            yield return "needs an Address that is https, or http on loopback";
    }
}
