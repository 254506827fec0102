namespace CrossBorder.Sandbox.Journey;

/// <summary>Reads an evidence package offline.</summary>
internal static class EvidenceCheck
{
    public static Task<string> VerifyAsync(string package) =>
        Task.FromResult($"package of {package.Length} characters fetched");
}
