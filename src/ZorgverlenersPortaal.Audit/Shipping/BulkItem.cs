namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>The answer about one document.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Status">The status, as of HTTP; 0 when it was not sent.</param>
/// <param name="Reason">The kind of fault in letters, and the field where it names one; never the sentence, which quotes content.</param>
internal sealed record BulkItem(BulkVerdict Verdict, int Status, string Reason);
