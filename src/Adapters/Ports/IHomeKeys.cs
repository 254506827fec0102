namespace CrossBorder.Adapters.Ports;

/// <summary>What is remembered of the homes' own keys and addresses.</summary>
public interface IHomeKeys
{
    /// <summary>Has all of it fetched again before it is next used: what it was fetched under may be trusted no more.</summary>
    void Forget();
}
