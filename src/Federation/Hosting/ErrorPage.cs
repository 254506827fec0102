namespace CrossBorder.Federation.Hosting;

/// <summary>Where a refusal is told that has no relying party to go back to; also in the @page directive of Portal/Pages/Error.</summary>
internal static class ErrorPage
{
    public static string AddressOf(string code) => $"/error/{code}";
}
