namespace CrossBorder.Sandbox.Departments;

/// <summary>The departments of the catalogue and the hotline, each with the algorithm that it registered: SM2, but for a few.</summary>
public static class SandboxDepartments
{
    /// <summary>Takes complaints and questions; the catalogue has no item of it.</summary>
    public const string Hotline = "gd-12345";

    private static readonly string[] Slugs =
    [
        "gd-hrss", "gd-mhsa", "gd-tax", "gd-psd", "gd-psd-eea", "gd-psd-traffic", "gd-amr", "gd-ipa", "gd-copyright", "gd-dnr",
        "gd-housing", "gd-edu", "gd-exam", "gd-civil", "gd-health", "gd-justice", "gd-commerce", "gd-customs", "gd-dpf", "gd-power",
        "gz-hrss", "gz-hpf", "gz-housing", "gz-edu", "gz-civil", "gz-water", "gz-nansha-gov", "sz-hrss", "sz-hpf", "sz-housing",
        "sz-edu", "jm-hrss", "jm-hpf", "jm-dnr", "jm-tax", "zs-dnr", "zh-hrss", "zh-mhsa", "fs-amr", "fs-psd-traffic", Hotline,
    ];

    /// <summary>Those that registered a certificate for encryption beside.</summary>
    public static IReadOnlyList<string> Encrypted { get; } = ["gd-copyright"];

    /// <summary>The name of that certificate and its key in the development PKI.</summary>
    public static string EncryptionKey(string slug) => $"department-{slug}-encryption";

    /// <summary>Algorithm by slug.</summary>
    public static IReadOnlyDictionary<string, string> Algorithms { get; } = Slugs.ToDictionary(slug => slug, slug => slug switch
    {
        "gd-tax" => "RS256",
        "gd-customs" => "PS256",
        "gz-hpf" or "sz-hpf" => "ES256",
        _ => "SGD_SM3_SM2",
    });

    /// <summary>The hub's settings that lead to other addresses than the sandbox's, from SLUG=ADDRESS.</summary>
    internal static IReadOnlyDictionary<string, string> Instead(IEnumerable<string> departments) => departments
        .Select(department => department.Split('=', 2))
        .ToDictionary(
            pair => Array.IndexOf(Slugs, pair[0]) is >= 0 and var index && pair.Length == 2
                ? $"Departments:{index}:Address"
                : throw new ArgumentException($"'{string.Join('=', pair)}' is not SLUG=ADDRESS of a department of the sandbox."),
            pair => pair[^1], StringComparer.Ordinal);
}
