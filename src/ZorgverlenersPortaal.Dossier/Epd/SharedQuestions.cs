using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>
/// The EPD, asked once where one session asks the same at the same time (two tabs, a page and its section). Only grants of one
/// session that allow the same share, and each judges the answer itself (R1, R4). Nothing is kept once it has ended (R5): a
/// failure is told to those who waited for it, and the next one asks anew.
/// </summary>
internal sealed class SharedQuestions(IEpd epd) : IEpd
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Question, SharedQuestion> _underWay = [];

    public async Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource
    {
        grant.Demand(query);
        var (answer, isOwn) = await AskAsync(
            grant, query, typeof(T), async gone => await epd.ReadAsync<T>(grant, query, gone), cancellation);
        return isOwn || grant.Judge((T)answer) == Coverage.Covered
            ? (T)answer
            : throw new EpdException(EpdFailure.NotFound, $"The EPD answered a read of {query.Type} with another resource.");
    }

    public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        grant.Demand(query);
        var (answer, isOwn) = await AskAsync(
            grant, query, typeof(EpdAnswer), async gone => await epd.SearchAsync(grant, query, gone), cancellation);
        return isOwn ? (EpdAnswer)answer : Judged(grant, (EpdAnswer)answer);
    }

    /// <summary>Not shared: a look at the past is rare.</summary>
    public Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset moment, CancellationToken cancellation) =>
        epd.VersionAtAsync(grant, history, current, moment, cancellation);

    /// <summary>Who joined holds a grant of her own: judging is what proves a list's patients to it, and drops what is not its.</summary>
    private static EpdAnswer Judged(EpdGrant grant, EpdAnswer answer)
    {
        var judged = answer.Resources.Select(resource => (Resource: resource, Coverage: grant.Judge(resource))).ToList();
        return answer with
        {
            Resources = [.. judged.Where(j => j.Coverage == Coverage.Covered).Select(j => j.Resource)],
            Strangers = [.. answer.Strangers, .. judged.Where(j => j.Coverage == Coverage.Stranger).Select(j => j.Resource.Reference)],
        };
    }

    private async Task<(object Answer, bool IsOwn)> AskAsync(
        EpdGrant grant, EpdQuery query, Type kind, Func<CancellationToken, Task<object>> ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var question = new Question(grant.Session, grant.Scope, kind, query.InBody, query.RelativeAddress(0), query.Form(0));
        SharedQuestion? shared;
        bool isOwn;
        lock (_gate)
        {
            isOwn = !_underWay.TryGetValue(question, out shared);
            _underWay[question] = shared ??= new();
            shared.Waiting++;
        }
        if (isOwn)
        {
            _ = RunAsync(question, shared, ask);
        }
        try
        {
            return (await shared.Answer.WaitAsync(cancellation), isOwn);
        }
        finally
        {
            Leave(question, shared);
        }
    }

    private async Task RunAsync(Question question, SharedQuestion shared, Func<CancellationToken, Task<object>> ask)
    {
        try
        {
            var answer = await ask(shared.NobodyWaits);
            Forget(question, shared);
            shared.Give(answer);
        }
        catch (Exception e)
        {
            // First forgotten, then told: who asks after this failure asks the EPD again.
            Forget(question, shared);
            shared.Fail(e);
        }
        finally
        {
            shared.Dispose();
        }
    }

    /// <summary>The last to leave forgets it under the same lock, so that nobody joins what is about to be given up.</summary>
    private void Leave(Question question, SharedQuestion shared)
    {
        lock (_gate)
        {
            if (--shared.Waiting > 0)
            {
                return;
            }
            ForgetLocked(question, shared);
        }
        shared.GiveUp();
    }

    private void Forget(Question question, SharedQuestion shared)
    {
        lock (_gate)
        {
            ForgetLocked(question, shared);
        }
    }

    private void ForgetLocked(Question question, SharedQuestion shared)
    {
        if (_underWay.TryGetValue(question, out var current) && current == shared)
        {
            _underWay.Remove(question);
        }
    }

    /// <summary>What makes two questions the same. Held in memory while under way, never written: a form may hold a BSN (R6).</summary>
    private readonly record struct Question(string Session, string Scope, Type Kind, bool InBody, string Address, string Form);
}
