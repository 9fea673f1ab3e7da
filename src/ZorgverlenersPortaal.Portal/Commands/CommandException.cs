namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>A command was given something it cannot use; the message says what and how to mend it.</summary>
internal sealed class CommandException(string message) : Exception(message);
