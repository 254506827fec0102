namespace CrossBorder.Federation.Trust.Keys;

/// <summary>How officers name a key: by its id, and where it has several uses by use and id, such as <c>envelopes/hub-2026</c>.</summary>
internal static class ManagedKeyNames
{
    public static string Of(ManagedKey key) => new KeyLine(key.Use, key.Id).ToString();

    /// <summary>Null where there is none, or where the name leaves open which use is meant.</summary>
    public static ManagedKey? Find(IReadOnlyList<ManagedKey> keys, string name) =>
        keys.FirstOrDefault(key => Of(key) == name)
        ?? (keys.Where(key => key.Id == name).Take(2).ToList() is [var only] ? only : null);
}
