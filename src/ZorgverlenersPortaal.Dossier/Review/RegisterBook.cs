using Dapper;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The cases and emergencies as the portal's own database has them.</summary>
internal static class RegisterBook
{
    public static async Task<ReviewBook> ReadAsync(Database database, DateTimeOffset from, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var emergencies = await connection.QueryAsync<(string Id, string Opened)>(new CommandDefinition(
            "SELECT id, opened FROM emergency WHERE extends IS NULL AND opened >= @from", new { from = StoredValue.Of(from) }, cancellationToken: cancellation));
        var cases = await CaseTable.ListAsync(connection, "opened >= @from", new { from = StoredValue.Of(from) }, int.MaxValue, cancellation);
        var moves = await CaseTable.AllMovesAsync(connection, cancellation);
        var evidence = await CaseTable.AllEvidenceAsync(connection, cancellation);
        return new(
            emergencies.ToDictionary(one => one.Id, one => StoredValue.Time(one.Opened) ?? default, StringComparer.Ordinal),
            cases.ToDictionary(one => one.Id, one => new CaseStory(one, [.. moves[one.Id].Select(move => move with { Words = CaseWords.Hash(move.Words) })], evidence[one.Id].ToHashSet()), StringComparer.Ordinal));
    }
}
