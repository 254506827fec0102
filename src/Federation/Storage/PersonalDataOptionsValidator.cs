using System.Text;
using CrossBorder.Federation.Hosting;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Storage;

internal sealed class PersonalDataOptionsValidator(IHostEnvironment environment, SettingsPaths paths)
    : IValidateOptions<PersonalDataOptions>
{
    public ValidateOptionsResult Validate(string? name, PersonalDataOptions options)
    {
        var faults = new SettingFaults();

        if (options.Keys.Count == 0)
            faults.Invalid("PersonalData:Keys", "is empty: personal data would lie open");
        if (options.Keys.Select(key => key.Id).Distinct(StringComparer.Ordinal).Count() != options.Keys.Count)
            faults.Invalid("PersonalData:Keys", "names one id twice");
        if (options.Keys.TrueForAll(key => key.Id != options.ActiveKey))
            faults.Invalid("PersonalData:ActiveKey", "is not among PersonalData:Keys");

        for (var i = 0; i < options.Keys.Count; i++)
            CheckKey($"PersonalData:Keys:{i}", options.Keys[i], faults);

        SecretFile.Check("PersonalData:LookupKeyFile", options.LookupKeyFile, paths, 32, environment, faults);
        SecretFile.Check("PersonalData:PairwiseKeyFile", options.PairwiseKeyFile, paths, 32, environment, faults);
        return faults.ToResult();
    }

    private void CheckKey(string setting, PersonalDataKeyOptions key, SettingFaults faults)
    {
        if (key.Id.Length == 0 || Encoding.UTF8.GetByteCount(key.Id) > 32)
            faults.Invalid($"{setting}:Id", "must have 1 to 32 characters");

        if (PersonalDataKey.LengthOf(key.Algorithm) is not { } length)
        {
            faults.Invalid($"{setting}:Algorithm", "must be A256GCM or SGD_SM4_GCM");
            return;
        }

        if (SecretFile.Check($"{setting}:File", key.File, paths, length, environment, faults) is { } secret && secret.Bytes.Length != length)
            faults.Invalid($"{setting}:File", $"must hold {length} bytes for {key.Algorithm}");
    }
}
