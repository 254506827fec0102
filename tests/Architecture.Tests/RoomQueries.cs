using Mono.Cecil;

namespace CrossBorder.Architecture.Tests;

internal static class RoomQueries
{
    /// <summary>Full names of the types that name something whose full name starts with one of the prefixes (a namespace or a type).</summary>
    public static IEnumerable<string> NamingAny(this Room room, params string[] prefixes) =>
        room.TopLevelTypes
            .Where(type => References.Of(type).Any(name => prefixes.Any(prefix => IsWithin(name, prefix))))
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal);

    public static bool IsWithin(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal)
        && (name.Length == prefix.Length || name[prefix.Length] is '.' or '/' or '`');

    public static bool IsStatic(this TypeDefinition type) => type.IsAbstract && type.IsSealed;
}
