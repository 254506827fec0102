using Mono.Cecil;

namespace CrossBorder.Architecture.Tests;

/// <summary>An impossible setting is found when the hub starts, not when a resident meets it.</summary>
public sealed class Settings
{
    [Fact]
    public void Every_options_class_has_a_validator()
    {
        var types = Room.All.SelectMany(room => room.TopLevelTypes).ToList();
        var validators = types.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var parts = types.Where(IsOptions).SelectMany(type => References.Of(type).Where(name => name != type.FullName)).ToHashSet(StringComparer.Ordinal);
        Rule.HasNoOffender(types
            .Where(type => IsOptions(type) && !IsPartOfAFramework(type) && !parts.Contains(type.FullName))
            .Select(type => $"{type.FullName}Validator")
            .Except(validators));
    }

    // Options inside other options are checked by the validator of the whole.
    private static bool IsOptions(TypeDefinition type) => type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal);

    // Options of an authentication scheme are checked by that scheme's own Validate().
    private static bool IsPartOfAFramework(TypeDefinition type) =>
        type.BaseType.FullName.StartsWith("Microsoft.AspNetCore.Authentication.", StringComparison.Ordinal);
}
