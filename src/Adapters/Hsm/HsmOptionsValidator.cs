using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Hsm;

/// <summary>What is missing before a module is asked at all.</summary>
internal static class HsmOptionsValidator
{
    public static IReadOnlyList<Error> Faults(HsmOptions options)
    {
        var faults = new List<Error>();
        Require(File.Exists(options.Module), "Module names no file");
        Require(options.TokenLabel.Length > 0, "TokenLabel is missing");
        Require(options.KeyLabel.Length > 0, "KeyLabel is missing");
        Require(File.Exists(options.PinFile), "PinFile names no file");
        return faults;

        void Require(bool holds, string fault)
        {
            if (!holds)
                faults.Add(ErrorCatalogue.HsmUnavailable.With($"{fault}."));
        }
    }
}
