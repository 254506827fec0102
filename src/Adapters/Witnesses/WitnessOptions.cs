namespace CrossBorder.Adapters.Witnesses;

/// <summary>Section <c>Audit</c>, as far as witnesses go.</summary>
public sealed class WitnessesOptions
{
    /// <summary>Who keeps checkpoints outside.</summary>
    public IList<WitnessOptions> Witnesses { get; } = [];
}

/// <summary>One witness: a folder or an address.</summary>
public sealed class WitnessOptions
{
    /// <summary>What it is called. What was handed over is remembered under it, so a new name gets everything once more.</summary>
    public string Name { get; set; } = "";

    /// <summary>A folder that exists: one file for each checkpoint, written once. It belongs on a medium that the database's masters do not reach.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Where checkpoints are posted to as <c>application/jose</c>; https, or http on loopback. 2xx means kept.</summary>
    public string Address { get; set; } = "";
}
