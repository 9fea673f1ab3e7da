namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The EPD's access log cannot be read; the message names the place, the column or element, and what to do. Never holds a value of the log.</summary>
public sealed class EpdLogException(string message, Exception? inner = null) : Exception(message, inner);
