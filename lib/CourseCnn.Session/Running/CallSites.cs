namespace CourseCnn.Session.Running;

/// <summary>Numbers the places that call libraries, so that code which does not stop can be named.</summary>
static class CallSites
{
    static readonly Lock gate = new();

    /// <summary>Number 0 is no call.</summary>
    static readonly List<CallSite?> sites = [null];

    /// <summary>The call that began last, if there was one.</summary>
    public static CallSite? Last
    {
        get
        {
            lock (gate)
                return sites[Checkpoint.LastCall];
        }
    }

    /// <summary>The number of a new place.</summary>
    public static int Add(CallSite site)
    {
        lock (gate)
        {
            sites.Add(site);
            return sites.Count - 1;
        }
    }
}
