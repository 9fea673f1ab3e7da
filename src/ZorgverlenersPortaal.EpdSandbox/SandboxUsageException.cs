namespace ZorgverlenersPortaal.EpdSandbox;

/// <summary>A command line that cannot be obeyed; the message says which argument and what it should be.</summary>
public sealed class SandboxUsageException(string message) : Exception(message);
