namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The EPD's access log as a FHIR R4 Bundle of AuditEvents.</summary>
internal sealed class BundleLog(Stream stream, string client)
{
    public IEnumerable<EpdLogLine> Read()
    {
        var entries = new BundleEntries(stream);
        foreach (var entry in entries.Read())
        {
            var where = FormattableString.Invariant($"entry {entries.Number}");
            if (entry.ValueKind != System.Text.Json.JsonValueKind.Object || !entry.TryGetProperty("resource", out var resource))
            {
                throw new EpdLogException($"{where}: no resource; give the AuditEvents themselves.");
            }
            foreach (var line in new AuditEventReader(where, entries.Number, client).Read(resource))
            {
                yield return line;
            }
        }
    }
}
