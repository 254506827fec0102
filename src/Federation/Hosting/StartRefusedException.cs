namespace CrossBorder.Federation.Hosting;

/// <summary>The hub cannot start, and an operator can cure it: the message begins with its code.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
