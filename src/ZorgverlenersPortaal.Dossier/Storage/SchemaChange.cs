namespace ZorgverlenersPortaal.Dossier.Storage;

/// <summary>The schema before and after a migration, as the number of the last script.</summary>
public sealed record SchemaChange(int Before, int After);
