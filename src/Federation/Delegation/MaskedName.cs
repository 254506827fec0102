using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Delegation;

/// <summary>As much of a name as it takes to recognise somebody whom one knows: 陳**, CHAN T. M.</summary>
internal static class MaskedName
{
    public static string Of(PersonName name)
    {
        var latin = $"{name.FamilyName} {string.Join(' ', name.GivenName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[..1] + "."))}".Trim();
        return (name.HanTraditional ?? name.HanSimplified) is { Length: > 0 } han
            ? $"{char.ConvertFromUtf32(char.ConvertToUtf32(han, 0))}** {latin}"
            : latin;
    }
}
