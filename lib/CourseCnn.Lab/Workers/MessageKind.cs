namespace CourseCnn.Lab.Workers;

/// <summary>What a message between the program and a worker says. Each has a number; what comes of a request has the request's.</summary>
enum MessageKind : byte
{
    /// <summary>To the worker: open a session that works in a folder.</summary>
    Open,

    /// <summary>To the worker: do what comes before the first cell.</summary>
    Prepare,

    /// <summary>To the worker: these cells will probably be run next.</summary>
    Expect,

    /// <summary>To the worker: run a cell.</summary>
    Run,

    /// <summary>To the worker: a page says something to the cells.</summary>
    Receive,

    /// <summary>To the worker: stop what the request of that number began.</summary>
    Stop,

    /// <summary>To the worker: what the person who was asked has written.</summary>
    Answer,

    /// <summary>To the worker: what may a word become?</summary>
    Complete,

    /// <summary>To the worker: what does a name mean?</summary>
    Inspect,

    /// <summary>To the worker: is code ready to run?</summary>
    Judge,

    /// <summary>To the worker: which comms are open?</summary>
    OpenComms,

    /// <summary>To the worker: get the compiler going.</summary>
    WarmUp,

    /// <summary>To the worker: get completion going.</summary>
    WarmUpCompletion,

    /// <summary>To the worker: close the session.</summary>
    Close,

    /// <summary>From the worker: what came of a request.</summary>
    Result,

    /// <summary>From the worker: a cell has written text.</summary>
    Write,

    /// <summary>From the worker: a cell has shown a value.</summary>
    Display,

    /// <summary>From the worker: a value that was shown has changed.</summary>
    Update,

    /// <summary>From the worker: a cell's output so far is to go.</summary>
    Clear,

    /// <summary>From the worker: a cell speaks to its page.</summary>
    Say,

    /// <summary>From the worker: a cell asks the person who runs it.</summary>
    Ask,
}
