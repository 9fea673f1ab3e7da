namespace ZorgverlenersPortaal.Dossier.State;

/// <summary>The shared state cannot be reached or did not confirm in time; nobody is let in meanwhile (DESIGN §10).</summary>
public sealed class SharedStateUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The shared state is the cause, however deep: data protection wraps what its key store throws.</summary>
    public static bool IsBehind(Exception? error)
    {
        while (error is not null and not SharedStateUnavailableException)
        {
            error = error.InnerException;
        }
        return error is not null;
    }
}
