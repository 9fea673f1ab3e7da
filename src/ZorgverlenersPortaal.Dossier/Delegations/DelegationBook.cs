using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Delegations;

/// <summary>Reads delegations for the pages of doctors and office. Reads only.</summary>
public sealed class DelegationBook
{
    private const int ShownDays = 365;
    private const int MostGiven = 200;

    private readonly Database _database;
    private readonly DelegationReading _reading;
    private readonly ReceivedDelegations _received;
    private readonly DelegationOptions _options;

    internal DelegationBook(Database database, DelegationReading reading, ReceivedDelegations received, DelegationOptions options) =>
        (_database, _reading, _received, _options) = (database, reading, received, options);

    /// <summary>What this doctor gave, the latest last day first; at most 200.</summary>
    public async Task<IReadOnlyList<Delegation>> GivenAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return Only(await _reading.ListAsync(
            connection,
            null,
            $"{DelegationTable.Select} WHERE delegation.giver_uzi = @uziNumber ORDER BY delegation.last_day DESC, delegation.id LIMIT @MostGiven",
            new { uziNumber, MostGiven },
            cancellation));
    }

    /// <summary>What this doctor got in the last year, named or by way of the practice; the latest last day first.</summary>
    public async Task<IReadOnlyList<Delegation>> ReceivedAsync(string uziNumber, CancellationToken cancellation) =>
        [.. Only(await _received.ReadAsync(uziNumber, ShownDays, cancellation)).OrderByDescending(one => one.LastDay)];

    /// <summary>What a doctor has to be told on her pages: ends soon, to be confirmed again, to be accepted.</summary>
    public async Task<IReadOnlyList<DelegationReminder>> RemindersAsync(string uziNumber, CancellationToken cancellation) =>
        DelegationReminder.Of(await GivenAsync(uziNumber, cancellation), await ReceivedAsync(uziNumber, cancellation), _options, _reading.Now);

    /// <summary>May this doctor hand over the patients of her practice's AGB too?</summary>
    public async Task<bool> MayHandOverPracticeAsync(string uziNumber, CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        return await AccountTable.FindAsync(connection, null, uziNumber, cancellation) is { } giver && DelegationRules.MayHandOverPractice(giver, _options);
    }

    /// <summary>The hospital lets managers hand over the patients of a practice's AGB.</summary>
    public bool IsPracticeHandedOver => _options.OwnPractice;

    /// <summary>The moment by which everything here is judged.</summary>
    public DateTimeOffset Now => _reading.Now;

    /// <summary>The office approves each one as well.</summary>
    public bool OfficeApproves => _options.OfficeApproves;

    /// <summary>The office's list: by name or number, and how they stand; at most <see cref="DelegationSearch.Most"/>, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Delegation> Found, bool IsCut)> SearchAsync(DelegationSearch search, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(search);
        await using var connection = await _database.OpenAsync(cancellation);
        SearchFold.AddTo(connection);
        var found = Only(await _reading.ListAsync(connection, null, DelegationSearch.Sql, search.Parameters(WallClock.Day(_reading.Now)), cancellation));
        return ([.. found.Take(DelegationSearch.Most)], found.Count > DelegationSearch.Most);
    }

    private static List<Delegation> Only(IReadOnlyList<(Delegation Delegation, Account Giver)> read) => [.. read.Select(one => one.Delegation)];
}
