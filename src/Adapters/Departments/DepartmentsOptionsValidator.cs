using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Departments;

internal sealed class DepartmentsOptionsValidator : IValidateOptions<DepartmentsOptions>
{
    public ValidateOptionsResult Validate(string? name, DepartmentsOptions options)
    {
        var faults = new List<string>();
        for (var index = 0; index < options.Departments.Count; index++)
        {
            foreach (var fault in FaultsOf(options.Departments[index]))
                faults.Add(ErrorCatalogue.SettingInvalid.With($"Departments:{index} ('{options.Departments[index].Slug}') {fault}.").ToString());
        }

        foreach (var twice in options.Departments.GroupBy(department => department.Slug).Where(group => group.Count() > 1))
            faults.Add(ErrorCatalogue.SettingInvalid.With($"Departments names '{twice.Key}' twice.").ToString());
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(DepartmentOptions department)
    {
        if (department.Slug.Length == 0)
            yield return "has no Slug";
        if (!DepartmentChannels.All.Contains(department.Channel))
            yield return $"has the unknown Channel '{department.Channel}'; it is one of {string.Join(", ", DepartmentChannels.All)}";
        foreach (var fault in AddressFaultsOf(department))
            yield return fault;
        foreach (var fault in EncryptionFaultsOf(department))
            yield return fault;
        if (!AlgorithmPolicy.Default.Takes(SignatureUse.Envelopes, department.EnvelopeAlgorithm))
            yield return $"has the unknown EnvelopeAlgorithm '{department.EnvelopeAlgorithm}'";
        if (department.ReceiptAlgorithms.Count == 0)
            yield return "has no ReceiptAlgorithms";
        foreach (var algorithm in department.ReceiptAlgorithms.Where(algorithm => !AlgorithmPolicy.Default.Takes(SignatureUse.Receipts, algorithm)))
            yield return $"has the unknown receipt algorithm '{algorithm}'";
    }

    private static IEnumerable<string> EncryptionFaultsOf(DepartmentOptions department)
    {
        if (department.ContentEncryption.Length > 0 && !EncryptionCatalogue.TryGetContentEncryption(department.ContentEncryption, out _))
            yield return $"has the unknown ContentEncryption '{department.ContentEncryption}'; it is one of {string.Join(", ", EncryptionCatalogue.ContentEncryption)}";
        if (department.EncryptionKeyFile.Length == 0 && department.ContentEncryption.Length > 0)
            yield return "has a ContentEncryption and no EncryptionKeyFile";
        if (department.EncryptionKeyFile.Length > 0 && EnvelopeRecipient.Read(department.EncryptionKeyFile) is { Succeeded: false } read)
            yield return $"has an EncryptionKeyFile that does not hold: {read.Error}";
    }

    private static IEnumerable<string> AddressFaultsOf(DepartmentOptions department)
    {
        if (department.Channel == DepartmentChannels.Pickup && department.Address.Length == 0)
            yield break;
        var (plain, safe) = department.Channel == DepartmentChannels.RabbitMq ? ("amqp", "amqps") : ("http", "https");
        if (!Uri.TryCreate(department.Address, UriKind.Absolute, out var address) || (address.Scheme != plain && address.Scheme != safe))
            yield return $"has an Address that is no absolute {plain} or {safe} address";
        else if (address.Scheme == plain && !address.IsLoopback)
            yield return "has an Address without TLS, and personal data travels there";
        else if (address.UserInfo.Length > 0)
            yield return "has an Address with a password in it, which belongs into CredentialsFile";
        if (department.Channel == DepartmentChannels.RabbitMq && !File.Exists(department.CredentialsFile))
            yield return "has a CredentialsFile that is not there";
    }
}
