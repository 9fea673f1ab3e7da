using System.Data.Common;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The doctor's side of a case: the questions that officers asked her, and her answers. Nobody else's, and nothing else of the case (R16).</summary>
public sealed class CaseQuestions
{
    private const int Most = 100;
    private const string OfDoctor = "doctor_uzi = @uzi AND state = 'Asked'";

    private readonly CaseRecording _recording;
    private readonly FreshReads _fresh;
    private readonly ReviewOptions _options;

    internal CaseQuestions(CaseRecording recording, FreshReads fresh, ReviewOptions options) => (_recording, _fresh, _options) = (recording, fresh, options);

    /// <summary>How many wait for her answer; for the menu of every page.</summary>
    public int CountOf(string uziNumber) => _fresh.Read("questions", uziNumber, connection => Dapper.SqlMapper.ExecuteScalar<int>(
        connection, $"SELECT COUNT(*) FROM review_case WHERE {OfDoctor}", new { uzi = uziNumber }));

    /// <summary>Those that wait for her answer, the first due first.</summary>
    public async Task<IReadOnlyList<CaseQuestion>> OpenOfAsync(Visit visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var connection = await _recording.OpenAsync(cancellation);
        List<CaseQuestion> questions = [];
        foreach (var one in await CaseTable.ListAsync(connection, OfDoctor, new { uzi = visit.Provider.UziNumber }, Most, cancellation))
        {
            questions.AddRange(await ReadAsync(connection, one) is { } question ? [question] : []);
        }
        return questions;
    }

    /// <summary>One of hers, answered or not; null when it is another's, was never asked, or is not there.</summary>
    public async Task<CaseQuestion?> FindOwnAsync(Visit visit, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var connection = await _recording.OpenAsync(cancellation);
        return await CaseTable.FindAsync(connection, null, id) is { } one && one.DoctorUzi == visit.Provider.UziNumber ? await ReadAsync(connection, one) : null;
    }

    /// <summary>Keeps her answer. Throws <see cref="AuditUnavailableException"/>, and then nothing changed.</summary>
    public Task<CaseOutcome> AnswerAsync(Visit visit, string id, string? words)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return _recording.RunAsync(async transaction =>
        {
            if (await CaseTable.FindAsync(transaction.Connection!, transaction, id) is not { } one || one.DoctorUzi != visit.Provider.UziNumber)
            {
                return (CaseOutcome.NotThere, null);
            }
            if (CaseRules.Next(one.State, CaseStep.Answer) is null)
            {
                return (CaseOutcome.WrongState, null);
            }
            if (CaseWords.Kept(words) is not { } kept)
            {
                return (CaseOutcome.WordsWrong, (AuditRecord?)null);
            }
            var move = await CaseDesk.MoveAsync(transaction, one, CaseStep.Answer, _recording.Now, _options) with { ByUzi = visit.Provider.UziNumber, ByName = visit.Provider.Name, Words = kept };
            var after = CaseDesk.After(one, move);
            await CaseTable.UpdateAsync(transaction, after, move);
            return (CaseOutcome.Done, CaseRecording.Record(one, after, move, visit));
        });
    }

    /// <summary>The last question that was asked, and the answer to that one.</summary>
    private static async Task<CaseQuestion?> ReadAsync(DbConnection connection, ReviewCase one)
    {
        var moves = await CaseTable.MovesAsync(connection, null, one.Id);
        if (moves.LastOrDefault(move => move.Step == CaseStep.Ask) is not { } asked)
        {
            return null;
        }
        var answer = moves.FirstOrDefault(move => move.Step == CaseStep.Answer && move.Number > asked.Number);
        return new()
        {
            Case = one,
            Words = asked.Words ?? "",
            Asked = asked.Time,
            Answer = answer?.Words,
            Answered = answer?.Time,
            Emergency = one.EmergencyId is { } emergency && await EmergencyTable.FindAsync(connection, null, emergency) is { } found ? found with { PatientId = "" } : null,
        };
    }
}
