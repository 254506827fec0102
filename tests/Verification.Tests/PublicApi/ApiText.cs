using System.Globalization;
using System.Reflection;
using System.Text;

namespace CrossBorder.Verification.Tests.PublicApi;

/// <summary>Everything public of an assembly, one line a member, sorted: what the compiler adds to records is left out.</summary>
internal sealed class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> MadeByTheCompiler = new(StringComparer.Ordinal)
        { "<Clone>$", "Equals", "GetHashCode", "op_Equality", "op_Inequality", "PrintMembers", "EqualityContract", "Deconstruct" };

    private readonly NullabilityInfoContext nullability = new();

    public static string Of(Assembly assembly)
    {
        var writer = new ApiText();
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(writer.Heading(type)).Append('\n');
            foreach (var line in writer.Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private string Heading(Type type)
    {
        var bases = new[] { type.BaseType }.Where(one => one is not null && one != typeof(object) && one != typeof(ValueType) && one != typeof(Enum)).Select(one => one!)
            .Concat(type.GetInterfaces().Where(one => one is { IsPublic: true, Namespace: not null } && !one.Name.StartsWith("IEquatable", StringComparison.Ordinal) && !type.IsEnum))
            .Select(TypeText.Of).Order(StringComparer.Ordinal).ToList();
        return $"{Kind(type)} {type.Namespace}.{TypeText.Of(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : "")}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");

        return type.GetConstructors(Declared).Where(IsShown).Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic).Select(Field))
            .Concat(type.GetProperties(Declared).Where(property => !MadeByTheCompiler.Contains(property.Name) && property.GetAccessors(nonPublic: true).Any(IsShown)).Select(Property))
            .Concat(type.GetMethods(Declared).Where(method => IsShown(method) && !IsAccessor(method) && !IsCompilerMade(method)).Select(Method));
    }

    private string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Of(field.FieldType)} {field.Name} = {(field.FieldType == typeof(string) ? $"\"{field.GetRawConstantValue()}\"" : field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{TypeText.Of(nullability.Create(field))} {field.Name}";

    private string Property(PropertyInfo property)
    {
        var first = property.GetAccessors(nonPublic: true).First(IsShown);
        var setter = property.SetMethod is { } set && IsShown(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute)) ? "required " : "";
        return $"{(first.IsStatic ? "static " : "")}{required}{TypeText.Of(nullability.Create(property))} {property.Name} {{{(property.GetMethod is { } get && IsShown(get) ? " get;" : "")}{setter} }}";
    }

    private string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{TypeText.Of(nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + $"{TypeText.Of(nullability.Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) switch { null or "" => "default", var value => value }}" : "")));

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCompilerMade(MethodInfo method) => MadeByTheCompiler.Contains(method.Name)
        || (method.Name == "ToString" && method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)));
}
