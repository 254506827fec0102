using System.Collections.Frozen;
using System.Reflection;

namespace CrossBorder.Verification.Outcomes;

/// <summary>
/// Every refusal of the product, by number: CB1xxx start-up, CB2xxx protocol, CB3xxx verification, CB4xxx adapters,
/// CB5xxx applications, CB6xxx trust and keys, CB7xxx accounts and consent, CB8xxx operations. A part of this class for each.
/// </summary>
public static partial class ErrorCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, ErrorDescriptor>> ByCode = new(() =>
        typeof(ErrorCatalogue)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(ErrorDescriptor))
            .Select(property => (ErrorDescriptor)property.GetValue(null)!)
            .ToFrozenDictionary(descriptor => descriptor.Code, StringComparer.Ordinal));

    /// <summary>All refusals by code.</summary>
    public static IReadOnlyDictionary<string, ErrorDescriptor> All => ByCode.Value;
}
