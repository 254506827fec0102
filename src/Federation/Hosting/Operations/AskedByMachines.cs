namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>Marks endpoints that monitoring asks every few seconds: they are neither traced nor limited, and logged at Debug.</summary>
internal sealed class AskedByMachines;
