using System.Reflection;

namespace CrossBorder.Verification.Tests.PublicApi;

/// <summary>A type as C# writes it, with what may be null.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(int)] = "int", [typeof(uint)] = "uint",
        [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    public static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";

        var mark = !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsByRef)
            return Of(type.GetElementType()!) + mark;
        if (type.IsArray)
            return (info.ElementType is { } element ? Of(element) : Of(type.GetElementType()!)) + "[]" + mark;
        return type.IsGenericType
            ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}"
            : Of(type) + mark;
    }

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef || type.IsArray)
            return Of(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        return type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : Bare(type);
    }

    private static string Bare(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.IsNested && !type.IsGenericParameter ? $"{Bare(type.DeclaringType!)}.{name}" : name;
    }
}
