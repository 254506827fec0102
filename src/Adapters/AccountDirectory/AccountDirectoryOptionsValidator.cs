using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.AccountDirectory;

internal sealed class AccountDirectoryOptionsValidator : IValidateOptions<AccountDirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountDirectoryOptions options)
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(options.BaseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            faults.Add(Fault("BaseAddress must be an absolute http or https address."));
        else if (address.Scheme == "http" && !address.IsLoopback)
            faults.Add(Fault("BaseAddress must be https: personal data travels there."));
        if (options.SigningKey.Length == 0)
            faults.Add(Fault("SigningKey is missing."));
        foreach (var algorithm in options.AnswerAlgorithms.Where(algorithm => !AlgorithmPolicy.Default.Takes(SignatureUse.Assertions, algorithm)))
            faults.Add(Fault($"AnswerAlgorithms names {algorithm}, which is not allowed."));

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string Fault(string text) => ErrorCatalogue.SettingInvalid.With($"AccountDirectory: {text}").ToString();
}
