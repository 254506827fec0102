using Mono.Cecil;

namespace CrossBorder.Architecture.Tests;

/// <summary>One of the three rooms, as it was compiled.</summary>
internal sealed class Room
{
    private readonly ModuleDefinition module;

    private Room(string name) =>
        module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"CrossBorder.{name}.dll"));

    public static Room Verification { get; } = new("Verification");

    public static Room Adapters { get; } = new("Adapters");

    public static Room Federation { get; } = new("Federation");

    public static IReadOnlyList<Room> All => [Verification, Adapters, Federation];

    public IEnumerable<string> ReferencedAssemblies => module.AssemblyReferences.Select(reference => reference.Name);

    /// <summary>The assemblies that see what is internal here, however they were let in: by the project file or by a line of code.</summary>
    public IEnumerable<string> Friends => module.Assembly.CustomAttributes
        .Where(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.InternalsVisibleToAttribute")
        .Select(attribute => ((string)attribute.ConstructorArguments[0].Value).Split(',')[0]);

    /// <summary>Types written by us: what the compiler adds for itself (closures, state machines, Razor pages, the entry point) and EF Core (migrations) is counted with its owner or left out.</summary>
    public IEnumerable<TypeDefinition> Types => module.GetTypes().Where(type => !IsGenerated(type));

    /// <summary>Types outside nesting, for rules on whole files.</summary>
    public IEnumerable<TypeDefinition> TopLevelTypes => Types.Where(type => !type.IsNested);

    public static string NamespaceOf(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Namespace;
    }

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.Namespace.StartsWith("System", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Microsoft", StringComparison.Ordinal)
        || type.Namespace.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)
        || type.Namespace.StartsWith("CrossBorder.Federation.Storage.Migrations", StringComparison.Ordinal)
        || type.FullName == "Program"
        || Has(type, "System.Runtime.CompilerServices.CompilerGeneratedAttribute")
        || Has(type, "System.CodeDom.Compiler.GeneratedCodeAttribute")
        || (type.DeclaringType is not null && IsGenerated(type.DeclaringType));

    private static bool Has(TypeDefinition type, string attribute) =>
        type.CustomAttributes.Any(candidate => candidate.AttributeType.FullName == attribute);
}
