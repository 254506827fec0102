namespace CrossBorder.Federation.Portal.Residents;

/// <summary>Whom a page is about while a resident acts for another.</summary>
internal enum AgentDoor
{
    /// <summary>Nobody: it is for people themselves (CB5187).</summary>
    Closed,

    /// <summary>The one whom they act for.</summary>
    Represented,

    /// <summary>The resident, whomever they act for: where that is changed.</summary>
    Themselves,
}
