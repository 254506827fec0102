namespace CrossBorder.Adapters.Homes;

/// <summary>All homes, as section <c>Homes</c> lists them.</summary>
public sealed class HomesOptions
{
    /// <summary>The homes in the order in which residents see them.</summary>
    public IList<HomeOptions> Homes { get; } = [];
}
